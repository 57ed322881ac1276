module.exports=require("../main/667.index.js");

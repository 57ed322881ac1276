module.exports=require("../main/800.index.js");
